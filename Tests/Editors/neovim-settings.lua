-- Opens a file with the settings of the documentation: the server starts by itself, finds the model's
-- folder, tells the mistake, and its code lenses lead somewhere.
local function wait(what, condition)
  if not vim.wait(60000, condition, 50) then
    io.stderr:write('neovim: waited in vain for ' .. what .. '\n')
    vim.cmd('cquit 1')
  end
end

vim.o.hidden = true
vim.cmd('edit ' .. vim.env.FILE)
wait('the client', function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
local _, client = next(vim.lsp.buf_get_clients(0))
wait('the model\'s folder', function() return client.config.root_dir == vim.fn.getcwd() end)
wait('the diagnostic', function()
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.message:find(vim.env.MISSPELT, 1, true) then return true end
  end
end)
vim.lsp.codelens.refresh()
wait('the code lenses', function() return #vim.lsp.codelens.get(0) > 0 end)
local lens
for _, each in ipairs(vim.lsp.codelens.get(0)) do
  if each.command.title:find('realises', 1, true) then lens = each end
end
vim.fn.cursor(lens.range.start.line + 1, 1)
vim.ui.select = function(items, _, choose) choose(items[1], 1) end
vim.lsp.codelens.run()
wait('the places', function() return #vim.fn.getqflist() > 0 end)
-- A second file has the same server.
vim.cmd('edit journey.usecase')
wait('the client of another file', function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
local ids = {}
for _, each in pairs(vim.lsp.get_active_clients()) do ids[each.id] = true end
wait('one server for both', function() return vim.tbl_count(ids) == 1 end)
vim.cmd('qall!')
