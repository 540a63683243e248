import UseCaseProject
@main struct Main { static func main() {} }
