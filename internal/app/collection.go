package app

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
)

// Collection says which documents to look at: the output of read in the format
// jsonl, of many articles.
type Collection struct {
	Inputs []string // files, "-" for standard input
}

// each gives every document of the collection. A line that cannot be read is
// told on standard error, and makes the error ErrInputs in the end.
func (o Collection) each(s Streams, take func(export.Object)) error {
	if len(o.Inputs) == 0 {
		return usage("nothing to look at: give files of onrecord read --format jsonl, or - for standard input")
	}
	failed := 0
	bad := func(err error) error {
		failed++
		_, werr := fmt.Fprintf(s.Stderr, "onrecord: %s\n", message(err.Error()))
		return werr
	}
	for _, name := range o.Inputs {
		if err := o.file(s, name, take, bad); err != nil {
			return err
		}
	}
	if failed > 0 {
		return fmt.Errorf("%w: %s", ErrInputs, counted(failed, "mistake"))
	}
	return nil
}

func (o Collection) file(s Streams, name string, take func(export.Object), bad func(error) error) error {
	var in io.Reader = s.Stdin
	if name == "-" {
		name = "standard input"
	} else {
		f, err := os.Open(name)
		if err != nil {
			return bad(err)
		}
		defer f.Close()
		in = f
	}
	err := export.Decode(in, name, func(x export.Object) error {
		take(x)
		return nil
	}, bad)
	if err != nil {
		return bad(err) // the other files are read all the same
	}
	return nil
}

// Period is a stretch of days, as a user gives it.
type Period struct {
	From, To string // EDTF; "" for open
	Since    string // "7d": so many days back from On
	On       string // "" for the latest date of the record
}

// check refuses what is no date.
func (p Period) check() error {
	for flag, d := range map[string]string{"--from": p.From, "--to": p.To, "--on": p.On} {
		if d != "" && !edtf.Date(d).Valid() {
			return usage("%s %s is no date; write 2024-04-07, 2024-04 or 2024", flag, d)
		}
	}
	if _, err := days("--since", p.Since); err != nil {
		return err
	}
	if p.Since != "" && p.From != "" {
		return usage("--since and --from say the same in two ways; give one of them")
	}
	return nil
}

// bounds are the first and last day; latest is that of the record. Zero is open.
func (p Period) bounds(latest string) (from, to time.Time) {
	if p.From != "" {
		from, _, _, _ = edtf.Date(p.From).Bounds()
	}
	if p.To != "" {
		_, to, _, _ = edtf.Date(p.To).Bounds()
	}
	if p.On != "" {
		latest = p.On
		if _, on, _, ok := edtf.Date(p.On).Bounds(); ok && (to.IsZero() || on.Before(to)) {
			to = on
		}
	}
	if n, _ := days("--since", p.Since); n > 0 {
		_, on, _, _ := edtf.Date(latest).Bounds()
		from = on.AddDate(0, 0, 1-n) // so many days, the last among them
	}
	return from, to
}

// within says whether a date lies, in part, between two days.
func within(date string, from, to time.Time) bool {
	first, last, ok1, ok2 := edtf.Date(date).Bounds()
	if !ok1 && !ok2 {
		return from.IsZero() && to.IsZero()
	}
	return (from.IsZero() || !ok2 || !last.Before(from)) && (to.IsZero() || !ok1 || !first.After(to))
}

// days reads "7d", a number of days; "" is none.
func days(flag, s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(s, "d"))
	if err != nil || n < 1 || n > 100_000 || !strings.HasSuffix(s, "d") {
		return 0, usage("%s %s is no number of days; write 7d", flag, s)
	}
	return n, nil
}
