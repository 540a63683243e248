" :make runs `usecase check` on the model of the current folder.
if exists('current_compiler')
  finish
endif
let current_compiler = 'usecase'

CompilerSet makeprg=usecase\ check\ --output-format\ concise
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tnfo:\ %m
