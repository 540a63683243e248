;;; The session in Emacs 28 with eglot, in batch mode.  -*- lexical-binding: t -*-

(require 'usecase-mode)
(require 'eglot)
(require 'flymake)

(defun session-wait (what condition)
  (let ((end (+ (float-time) 60)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall condition) (error "Waited in vain for %s" what))))

(defun session-go (text &optional inside)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (+ (match-beginning 0) (or inside 0))))

(setq usecase-command (getenv "USECASE")
      eglot-sync-connect 60
      eglot-connect-timeout 60
      eglot-autoshutdown nil
      make-backup-files nil)

(find-file (getenv "FILE"))
(unless (eq major-mode 'usecase-mode) (error "The mode is %s" major-mode))
(apply #'eglot--connect (eglot--guess-contact))

(defun session-mistake ()
  (seq-find (lambda (found) (string-match-p (getenv "MISSPELT") (flymake-diagnostic-text found)))
            (flymake-diagnostics)))
(flymake-mode 1)
(session-wait "the diagnostic" (lambda () (flymake-start) (session-mistake)))

(session-go (getenv "MISSPELT"))
(let* ((capf (eglot-completion-at-point))
       (labels (all-completions "" (nth 2 capf))))
  (unless (seq-find (lambda (label) (string-match-p (getenv "RIGHT") label)) labels)
    (error "Completion does not offer %s: %S" (getenv "RIGHT") labels)))

(session-go (concat "usecase " (getenv "OLD")) 9)
(unless (string-match-p "Pay" (format "%S" (jsonrpc-request (eglot-current-server) :textDocument/hover
                                                             (eglot--TextDocumentPositionParams))))
  (error "The hover says nothing"))

(cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
  (let ((mistake (session-mistake)))
    (eglot-code-actions (flymake-diagnostic-beg mistake) (flymake-diagnostic-end mistake)
                        "quickfix" t))
  (session-wait "the fix" (lambda ()
                            (save-excursion
                              (goto-char (point-min))
                              (not (search-forward (getenv "MISSPELT") nil t)))))
  ;; In batch mode no idle timer tells the server of changes.
  (eglot--signal-textDocument/didChange)
  (eglot-format-buffer)
  (eglot--signal-textDocument/didChange)
  (session-go (concat "usecase " (getenv "OLD")) 9)
  (eglot-rename (getenv "NEW"))
  (save-some-buffers t))
(eglot-shutdown (eglot-current-server))
