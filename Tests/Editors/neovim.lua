-- The session in Neovim 0.7, headless: exits with 1 and says why where something does not come.
local file, right = vim.env.FILE, vim.env.RIGHT
local function must(condition, what)
  if not condition then
    io.stderr:write('neovim: ' .. what .. '\n')
    vim.cmd('cquit 1')
  end
end
local function wait(what, condition)
  must(vim.wait(60000, condition, 50), 'waited in vain for ' .. what)
end
local function go(text, inside)
  vim.fn.cursor(1, 1)
  must(vim.fn.search('\\V' .. text, 'cW') > 0, text .. ' is not there')
  if inside then vim.fn.cursor(vim.fn.line('.'), vim.fn.col('.') + inside) end
end
local function ask(method)
  local params = vim.lsp.util.make_position_params()
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  local _, answer = next(answers or {})
  must(answer and answer.result, method .. ' was not answered')
  return answer.result
end

vim.cmd('filetype plugin indent on | syntax on')
vim.o.hidden = true
vim.cmd('edit ' .. file)
must(vim.bo.filetype == 'usecase', 'the file type is ' .. vim.bo.filetype)
local id = vim.lsp.start_client({
  name = 'usecase',
  cmd = { vim.env.USECASE, 'lsp', '--today', vim.env.DAY },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, id)

local function mistake()
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.message:find(vim.env.MISSPELT, 1, true) then return found end
  end
end
wait('the diagnostic', mistake)

go(vim.env.MISSPELT)
local offered = ask('textDocument/completion')
local labels = {}
for _, item in ipairs(offered.items or offered) do labels[item.label] = true end
must(labels[right], 'completion does not offer ' .. right)

go('usecase ' .. vim.env.OLD, 9)
must(vim.inspect(ask('textDocument/hover')):find('Pay'), 'the hover says nothing')

go(vim.env.MISSPELT)
-- Several fixes are offered; the first is the one for the mistake.
vim.ui.select = function(items, _, choose) choose(items[1], 1) end
vim.lsp.buf.code_action({
  context = {
    only = { 'quickfix' },
    diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0),
  },
})
wait('the fix', function() return vim.fn.search('\\V' .. vim.env.MISSPELT, 'nw') == 0 end)
vim.lsp.buf.formatting_sync(nil, 60000)
must(vim.fn.search('^        priority must', 'nw') > 0, 'the file was not formatted')

go('usecase ' .. vim.env.OLD, 9)
vim.lsp.buf.rename(vim.env.NEW)
wait('the new name', function()
  return vim.fn.search('usecase ' .. vim.env.NEW, 'nw') > 0
end)
vim.cmd('wall')
vim.lsp.stop_client(id)
wait('the end of the server', function() return vim.lsp.client_is_stopped(id) end)
vim.cmd('qall!')
