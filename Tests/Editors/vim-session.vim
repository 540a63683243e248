" The session in Vim: exits with 1 and says why in the file $SAID where something does not come.
function! Must(condition, what)
  if !a:condition
    call writefile([a:what], $SAID)
    cquit
  endif
endfunction

filetype plugin indent on
syntax on
set hidden
execute 'edit' fnameescape($FILE)
call Must(&filetype ==# 'usecase', 'the file type is ' . &filetype)
call Must(exists('b:current_syntax') && b:current_syntax ==# 'usecase', 'there is no syntax')
call Must(&shiftwidth == 4 && &commentstring ==# '// %s', 'the settings are others')

" :make finds the mistake, and the quickfix list leads to it.
silent make!
let s:found = filter(getqflist(), 'v:val.valid && v:val.text =~# $MISSPELT')
call Must(len(s:found) == 1, 'found: ' . string(getqflist()))
call Must(bufname(s:found[0].bufnr) =~# $FILE . '$', 'it is in ' . bufname(s:found[0].bufnr))
call Must(s:found[0].type ==# 'e', 'its type is ' . s:found[0].type)
call cursor(s:found[0].lnum, s:found[0].col)
call Must(expand('<cword>') ==# $MISSPELT, 'there stands ' . expand('<cword>'))
execute 'normal! ciw' . $RIGHT

" From declaration to declaration.
call cursor(1, 1)
normal ]]
let s:first = line('.')
call Must(getline('.') =~# '{', 'no declaration: ' . getline('.'))
normal ]]
call Must(line('.') > s:first, ']] goes nowhere')
normal [[
call Must(line('.') == s:first, '[[ goes elsewhere')

" Indented as the formatter indents it.
normal! gg=G
write
silent make!
let s:left = filter(getqflist(), 'v:val.valid && v:val.text =~# $MISSPELT')
call Must(empty(s:left), 'left: ' . string(s:left))
" Taken back without a trace.
setfiletype text
quitall!
