import pytest
import session


@pytest.fixture
def model(tmp_path):
    return session.prepare(tmp_path / "model")


@pytest.fixture(scope="session")
def wanted(tmp_path_factory):
    return session.expected(tmp_path_factory.mktemp("wanted") / "model")
