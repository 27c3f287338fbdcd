package table

import (
	"bufio"
	"io"
)

// lines reads lines of any length in bounded memory.
type lines struct {
	r      *bufio.Reader
	limit  int // a longer line is skipped
	number int // of the line last read, from 1
	buffer []byte
}

// next returns the next line without its end, valid until the call after. Of
// a line beyond the limit it says that it is long and keeps nothing. The error
// is io.EOF behind the last line.
func (l *lines) next() (line []byte, long bool, err error) {
	l.buffer = l.buffer[:0]
	for n := 0; ; n++ {
		part, err := l.r.ReadSlice('\n')
		if len(part) == 0 && n == 0 && err != nil {
			return nil, false, err
		}
		if n == 0 {
			l.number++
			if err == nil && len(part) <= l.limit {
				return part[:len(part)-1], false, nil
			}
		}
		long = long || len(l.buffer)+len(part) > l.limit
		if !long {
			l.buffer = append(l.buffer, part...)
		}
		switch err {
		case nil, io.EOF:
			if n := len(l.buffer); n > 0 && l.buffer[n-1] == '\n' {
				l.buffer = l.buffer[:n-1]
			}
			if long {
				l.buffer = nil
			}
			return l.buffer, long, nil
		case bufio.ErrBufferFull:
		default:
			return nil, false, err
		}
	}
}
