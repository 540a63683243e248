;;; usecase-mode.el --- Use cases and customer journeys -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "28.1"))

;;; Commentary:

;; Highlighting and indentation of .usecase files, and their language server
;; for eglot:
;;
;;   (add-to-list 'load-path "…/Grammar/emacs")
;;   (require 'usecase-mode)
;;   (add-hook 'usecase-mode-hook #'eglot-ensure)

;;; Code:

(require 'seq)
(require 'usecase-words)

(defgroup usecase nil
  "Use cases and customer journeys."
  :group 'languages)

(defcustom usecase-command "usecase"
  "The compiler: a name on the path, or a file."
  :type 'string)

(defcustom usecase-indent-offset 4
  "How many columns a body is indented, as `usecase format' does it."
  :type 'natnum
  :safe #'natnump)

;;; Expressions

(defconst usecase--name "`?[[:alpha:]_][[:alnum:]_]*\\(?:-[[:alnum:]_]+\\)*`?")

(defconst usecase--reference
  (concat usecase--name "\\(?:\\." usecase--name "\\)*"))

(defconst usecase--begin "\\(?:^\\|[{}]\\|\\*/\\)[ \t]*"
  "Where a statement begins: on a line, behind a brace or a block comment.")

(defconst usecase--end "\\(?:[^[:alnum:]_.-]\\|$\\)"
  "Behind a keyword no word goes on.")

(defconst usecase--step "^[ \t]*\\([0-9]+\\.\\)\\(?:[ \t]\\|$\\)")

(defun usecase--any (words)
  "An expression for one of WORDS, as a group."
  (concat "\\("
          (mapconcat (lambda (word) (string-replace " " "[ \t]+" (regexp-quote word)))
                     (sort (copy-sequence words)
                           (lambda (a b) (> (length a) (length b))))
                     "\\|")
          "\\)"))

;;; Highlighting

(defun usecase--choice-keywords (table between)
  "Rules for the choices of TABLE; BETWEEN stands before the chosen word."
  (mapcar (lambda (row)
            `(,(concat usecase--begin (usecase--any (list (car row))) "[ \t]+" between
                       (usecase--any (cdr row)) usecase--end)
              (1 'font-lock-keyword-face) (2 'font-lock-constant-face)))
          table))

(defun usecase--filter-keywords ()
  "Rules for `only priority must, should'."
  (cons
   `(,(concat usecase--begin (usecase--any usecase-words-filtering) "[ \t]+"
              (usecase--any usecase-words-filters) usecase--end)
     (1 'font-lock-keyword-face) (2 'font-lock-constant-face))
   (mapcar (lambda (row)
             `(,(concat usecase--begin (usecase--any usecase-words-filtering) "[ \t]+"
                        (regexp-quote (car row)) "[ \t]+")
               (,(concat "\\_<" (usecase--any (cdr row)) "\\_>") nil nil
                (1 'font-lock-constant-face))))
           usecase-words-filter-choices)))

(defun usecase--declaration-keywords ()
  "Rules for declarations, by what stands before and behind the name."
  (let ((plain (seq-difference usecase-words-declarations usecase-words-ambiguous))
        (name (concat "[ \t]+\\(" usecase--name "\\)"))
        (faces '((1 'font-lock-keyword-face) (2 'font-lock-type-face))))
    (list
     `(,(concat usecase--begin (usecase--any usecase-words-declarations) name "[ \t]*[{:\"]")
       ,@faces)
     `(,(concat "^" (usecase--any usecase-words-declarations) name "[ \t]*\\(?:$\\|/\\|}\\)")
       ,@faces)
     `(,(concat usecase--begin (usecase--any plain) name "[ \t]*\\(?:$\\|/\\|}\\)") ,@faces)
     `(,(concat usecase--begin (usecase--any usecase-words-naming) name) ,@faces))))

(defconst usecase-font-lock-keywords
  `((,(concat usecase--step "\\(include\\)[ \t]+" usecase--reference "[ \t]*\\(?://.*\\)?$")
     (1 'font-lock-constant-face) (2 'font-lock-preprocessor-face))
    (,(concat usecase--step "[^\n]*?\\(?:$\\|[ \t]//\\)")
     (1 'font-lock-constant-face))
    ,@(usecase--declaration-keywords)
    ,@(usecase--choice-keywords usecase-words-choices "")
    ,@(usecase--choice-keywords usecase-words-choices-behind-name
                                (concat usecase--reference "[ \t]+"))
    ,@(usecase--filter-keywords)
    (,(concat usecase--begin
              (usecase--any (append usecase-words-flow-blocks usecase-words-clauses))
              usecase--end)
     (1 'font-lock-keyword-face))
    (,(concat usecase--begin (usecase--any usecase-words-closings) "\\(?:[ \t]+"
              (usecase--any usecase-words-outcomes) "\\)?" usecase--end)
     (1 'font-lock-keyword-face) (2 'font-lock-constant-face nil t))
    (usecase--match-tail (1 'font-lock-keyword-face))
    ("\\[\\[\\([^]|\n]+\\)" (1 'font-lock-variable-name-face prepend))
    (,(concat "\\(?:^\\|[ \t]\\)" (usecase--any usecase-words-points) "[ \t]*\\(?:$\\|->\\|[0-9,]\\)")
     (1 'font-lock-builtin-face)))
  "Highlighting of .usecase files.")

(defun usecase--match-tail (limit)
  "Find a tail before LIMIT that does not stand in the prose of a step."
  (let (found)
    (while (and (not found)
                (re-search-forward
                 (concat "[ \t]" (usecase--any usecase-words-tails) "[ \t]+[^-, \t\n]") limit t))
      (goto-char (match-end 1))
      (setq found (save-match-data
                    (not (save-excursion (beginning-of-line) (looking-at usecase--step))))))
    found))

(defvar usecase-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?/ ". 124b" table)
    (modify-syntax-entry ?* ". 23n" table)
    (modify-syntax-entry ?\n "> b" table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?- "_" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    table)
  "Comments, texts and words of .usecase files.")

(defun usecase--propertize (start end)
  "Mark between START and END what the syntax table cannot tell.
Texts in three quotes are one text; in the prose of a step, quotes and slashes
mean nothing."
  (goto-char start)
  (while (re-search-forward
          (concat "\\(\"\"\"\\)\\|^[ \t]*[0-9]+\\.\\(?:[ \t]\\(.*\\)\\|$\\)") end t)
    (if (match-beginning 1)
        (let ((state (save-excursion (syntax-ppss (match-beginning 1)))))
          (cond
           ((nth 4 state))
           ((nth 3 state)
            (unless (eq (char-before (match-beginning 1)) ?\\)
              (put-text-property (1- (match-end 1)) (match-end 1)
                                 'syntax-table (string-to-syntax "|"))
              (put-text-property (match-beginning 1) (1- (match-end 1))
                                 'syntax-table (string-to-syntax "."))))
           (t
            (put-text-property (match-beginning 1) (1+ (match-beginning 1))
                               'syntax-table (string-to-syntax "|"))
            (put-text-property (1+ (match-beginning 1)) (match-end 1)
                               'syntax-table (string-to-syntax ".")))))
      (unless (nth 8 (save-excursion (syntax-ppss (match-beginning 0))))
        (usecase--propertize-prose (match-beginning 2) (match-end 2))))))

(defun usecase--propertize-prose (start end)
  "Make marks between START and END mean nothing, up to a comment."
  (when start
    (save-excursion
      (goto-char start)
      (while (and (< (point) end) (not (looking-at "//")))
        (when (memq (char-after) '(?\" ?/ ?\\ ?* ?{ ?}))
          (put-text-property (point) (1+ (point)) 'syntax-table (string-to-syntax ".")))
        (forward-char)
        (when (and (looking-at "//") (not (memq (char-before) '(?\s ?\t))))
          (put-text-property (point) (+ 2 (point)) 'syntax-table (string-to-syntax "."))
          (forward-char 2))))))

;;; Indentation

(defun usecase--goes-on-p ()
  "Whether a list or an arrow goes on behind the line at point."
  (save-excursion
    (beginning-of-line)
    (and (not (looking-at "[ \t]*\\(?:[0-9]+\\.\\(?:[ \t]\\|$\\)\\|//\\)"))
         (progn (usecase--end-of-code)
                (looking-back "\\(?:,\\|->\\)" (line-beginning-position))))))

(defun usecase--end-of-code ()
  "Go behind what stands on this line before a comment."
  (end-of-line)
  (let ((state (syntax-ppss)))
    (when (nth 4 state) (goto-char (nth 8 state))))
  (skip-chars-backward " \t"))

(defun usecase--line-above ()
  "Go to the statement's line above; nil where there is none."
  (let (found)
    (while (and (not found) (zerop (forward-line -1)))
      (setq found (and (not (looking-at "[ \t]*$"))
                       (not (nth 8 (syntax-ppss (line-beginning-position)))))))
    found))

(defun usecase--column ()
  "The column where the line at point begins; nil where it is to be left alone."
  (save-excursion
    (beginning-of-line)
    (let ((closes (looking-at "[ \t]*}")))
      (cond
       ((nth 8 (syntax-ppss)) nil)
       ((not (usecase--line-above)) 0)
       ((usecase--goes-on-p)
        (let ((column (current-indentation)))
          (if (and (usecase--line-above) (usecase--goes-on-p)) column
            (+ column (* 2 usecase-indent-offset)))))
       (t
        (let ((opens (save-excursion
                       (and (not (looking-at usecase--step))
                            (progn (usecase--end-of-code) (eq (char-before) ?{)))))
              (column (current-indentation)))
          (while (and (usecase--line-above) (usecase--goes-on-p))
            (setq column (current-indentation)))
          (max 0 (+ column
                    (if opens usecase-indent-offset 0)
                    (if closes (- usecase-indent-offset) 0)))))))))

(defun usecase-indent-line ()
  "Indent the line at point as `usecase format' does."
  (interactive)
  (let ((column (usecase--column)))
    (if (null column) 'noindent
      (if (<= (current-column) (current-indentation))
          (indent-line-to column)
        (save-excursion (indent-line-to column))))))

;;; The mode

(defvar eglot-server-programs)

;;;###autoload
(define-derived-mode usecase-mode prog-mode "Use cases"
  "Major mode for use cases and customer journeys."
  (setq-local comment-start "// "
              comment-end ""
              comment-start-skip "\\(?://+\\|/\\*+\\)[ \t]*"
              indent-tabs-mode nil
              tab-width usecase-indent-offset
              indent-line-function #'usecase-indent-line
              electric-indent-chars (cons ?} electric-indent-chars)
              syntax-propertize-function #'usecase--propertize
              font-lock-defaults '(usecase-font-lock-keywords)
              imenu-generic-expression
              `((nil ,(concat "^[ \t]*" (usecase--any usecase-words-declarations)
                              "[ \t]+\\(" usecase--name "\\)[ \t]*[{:\"]")
                     2))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.usecase\\'" . usecase-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               `(usecase-mode . ,(lambda (&rest _) (list usecase-command "lsp")))))

(provide 'usecase-mode)
;;; usecase-mode.el ends here
