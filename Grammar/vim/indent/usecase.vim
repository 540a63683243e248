" Indentation of .usecase files, as `usecase format` lays them out.
if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=UsecaseIndent(v:lnum)
setlocal indentkeys=0},!^F,o,O
setlocal nosmartindent
let b:undo_indent = 'setlocal indentexpr< indentkeys< smartindent<'

if exists('*UsecaseIndent')
  finish
endif

" The line with empty texts and without comments; empty for a line of prose, in which braces mean nothing.
function! s:Code(line) abort
  if a:line =~# '^\s*\%(\d\+\.\%(\s\|$\)\|//\)'
    return ''
  endif
  let l:code = substitute(a:line, '"\%(\\.\|[^"\\]\)*"', '""', 'g')
  let l:code = substitute(l:code, '/\*.\{-}\*/', '', 'g')
  return substitute(l:code, '\s*//.*$', '', '')
endfunction

" Whether a list or an arrow goes on behind a line.
function! s:GoesOn(line) abort
  return s:Code(a:line) =~# '\%(,\|->\)\s*$'
endfunction

" Whether the beginning of a line stands in a text or a comment of several lines.
function! s:IsInside(number) abort
  let l:above = prevnonblank(a:number - 1)
  if l:above == 0
    return 0
  endif
  let l:inside = 0
  let l:number = max([1, a:number - 300])
  while l:number < a:number
    let l:line = getline(l:number)
    if l:inside == 1
      let l:end = matchend(l:line, '\%(^\|[^\\]\)"""')
    elseif l:inside == 2
      let l:end = matchend(l:line, '\*/')
    else
      let l:end = 0
    endif
    if l:end < 0
      let l:number += 1
      continue
    endif
    let l:inside = s:Opens(l:line, l:end, l:inside > 0)
    let l:number += 1
  endwhile
  return l:inside
endfunction

" What a line leaves open behind a column: 1 a text, 2 a comment, 0 nothing.
function! s:Opens(line, column, is_inside) abort
  if !a:is_inside && a:line =~# '^\s*\%(\d\+\.\%(\s\|$\)\|//\)'
    return 0
  endif
  let l:rest = strpart(a:line, a:column)
  let l:rest = substitute(l:rest, '"""\%(\\.\|[^"\\]\|"\%(""\)\@!\)*"""', '', 'g')
  let l:rest = substitute(l:rest, '/\*.\{-}\*/', '', 'g')
  let l:text = match(l:rest, '"""')
  let l:comment = match(l:rest, '/\*')
  let l:line_comment = match(l:rest, '//')
  if l:line_comment >= 0 && (l:text < 0 || l:line_comment < l:text)
        \ && (l:comment < 0 || l:line_comment < l:comment)
    return 0
  endif
  if l:text >= 0 && (l:comment < 0 || l:text < l:comment)
    return 1
  endif
  return l:comment >= 0 ? 2 : 0
endfunction

function! UsecaseIndent(number) abort
  if s:IsInside(a:number)
    " What stands in a text belongs to it; its closing quotes stand where its lines begin.
    return -1
  endif
  let l:above = prevnonblank(a:number - 1)
  while l:above > 0 && s:IsInside(l:above)
    let l:above = prevnonblank(l:above - 1)
  endwhile
  if l:above == 0
    return 0
  endif
  let l:line = getline(l:above)
  if s:GoesOn(l:line)
    let l:before = prevnonblank(l:above - 1)
    let l:is_later = l:before > 0 && s:GoesOn(getline(l:before))
    return indent(l:above) + (l:is_later ? 0 : 2 * shiftwidth())
  endif
  " A statement of several lines is indented as its first one.
  while prevnonblank(l:above - 1) > 0 && s:GoesOn(getline(prevnonblank(l:above - 1)))
    let l:above = prevnonblank(l:above - 1)
  endwhile
  let l:indent = indent(l:above)
  if s:Code(l:line) =~# '{\s*$'
    let l:indent += shiftwidth()
  endif
  if getline(a:number) =~# '^\s*}'
    let l:indent -= shiftwidth()
  endif
  return max([0, l:indent])
endfunction
