" Writes the syntax groups of the files named in the file g:listed to the file g:output: for each
" file a line of JSON with [line, column, length, group, group around it], in characters from 0.
filetype plugin indent on
syntax on
let s:result = []
for s:file in readfile(g:listed)
  execute 'edit' fnameescape(s:file)
  if &filetype !=# 'usecase'
    cquit
  endif
  let s:groups = []
  for s:number in range(1, line('$'))
    let s:characters = split(getline(s:number), '\zs')
    let s:column = 1
    for s:index in range(len(s:characters))
      let s:stack = synstack(s:number, s:column)
      let s:names = map(copy(s:stack), 'synIDattr(v:val, "name")')
      let s:group = get(s:names, -1, '')
      let s:around = get(s:names, -2, '')
      let s:last = get(s:groups, -1, [-1, 0, 0, '', ''])
      if s:last[0] == s:number - 1 && s:last[3] ==# s:group && s:last[4] ==# s:around && s:last[1] + s:last[2] == s:index
        let s:last[2] += 1
      elseif !empty(s:group)
        call add(s:groups, [s:number - 1, s:index, 1, s:group, s:around])
      endif
      let s:column += strlen(s:characters[s:index])
    endfor
  endfor
  call add(s:result, json_encode(s:groups))
  bwipeout!
endfor
call writefile(s:result, g:output)
quitall!
