" Settings for .usecase files: use cases and customer journeys.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=s1:/*,mb:*,ex:*/,:///,://
setlocal commentstring=//\ %s
setlocal formatoptions-=t formatoptions+=croql
setlocal expandtab shiftwidth=4 softtabstop=4
setlocal iskeyword=@,48-57,_,192-255
let b:undo_ftplugin = 'setlocal comments< commentstring< formatoptions< expandtab< shiftwidth<'
      \ . ' softtabstop< iskeyword<'

" % goes from a brace to its partner, also with matchit.
let b:match_words = '{:}'
let b:undo_ftplugin .= ' | unlet! b:match_words'

" :make checks the model, :cnext goes from finding to finding.
compiler usecase
let b:undo_ftplugin .= ' | setlocal makeprg< errorformat<'

" ]] and [[ go from declaration to declaration.
let s:declaration = '^\s*\l\+\s\+`\=\K\k*\%(-\k\+\)*`\=\%(\s*"[^"]*"\)\=\%(\s*:[^{]*\)\=\s*{'
execute "nnoremap <silent> <buffer> ]] :<C-U>call search('" . s:declaration . "', 'W')<CR>"
execute "nnoremap <silent> <buffer> [[ :<C-U>call search('" . s:declaration . "', 'bW')<CR>"
let b:undo_ftplugin .= ' | silent! nunmap <buffer> ]] | silent! nunmap <buffer> [['
