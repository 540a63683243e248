;;; Opens a file with the settings of the documentation.  -*- lexical-binding: t -*-

(setq eglot-sync-connect 60
      eglot-connect-timeout 60
      make-backup-files nil)

(find-file (getenv "FILE"))
(unless (eq major-mode 'usecase-mode) (error "The mode is %s" major-mode))
;; In batch mode nobody types a command, after which eglot would connect.
(run-hooks 'post-command-hook)
(unless (eglot-managed-p) (error "Eglot does not manage the buffer"))
(flymake-mode 1)
(let ((end (+ (float-time) 60))
      (found nil))
  (while (and (not found) (< (float-time) end))
    (flymake-start)
    (accept-process-output nil 0.1)
    (setq found (seq-find (lambda (mistake)
                            (string-match-p (getenv "MISSPELT") (flymake-diagnostic-text mistake)))
                          (flymake-diagnostics))))
  (unless found (error "Waited in vain for the diagnostic")))
(eglot-shutdown (eglot-current-server))
