autocmd BufNewFile,BufRead *.usecase setfiletype usecase
