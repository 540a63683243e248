;;; Writes the faces of the files named in the file $LISTED to the file $OUTPUT: for each file a line of
;;; JSON with [line, column, length, face], in characters from 0.  -*- lexical-binding: t -*-

(require 'usecase-mode)
(require 'json)

(defun faces-of-buffer ()
  (font-lock-ensure)
  (let ((found nil) (line 0))
    (goto-char (point-min))
    (while (not (eobp))
      (let ((place (point)) (end (line-end-position)) (start (point)))
        (while (< place end)
          (let* ((next (min end (next-single-property-change place 'face nil end)))
                 (face (get-text-property place 'face)))
            (when face
              (push (vector line (- place start) (- next place)
                            (symbol-name (if (consp face) (car face) face)))
                    found))
            (setq place next))))
      (forward-line)
      (setq line (1+ line)))
    (vconcat (nreverse found))))

(let ((files (with-temp-buffer
               (insert-file-contents (getenv "LISTED"))
               (split-string (buffer-string) "\n" t)))
      (result nil))
  (dolist (file files)
    (with-temp-buffer
      (let ((coding-system-for-read 'utf-8))
        (insert-file-contents file))
      (usecase-mode)
      (push (json-encode (faces-of-buffer)) result)))
  (with-temp-file (getenv "OUTPUT")
    (insert (string-join (nreverse result) "\n"))))
