package app

import (
	"fmt"
	"io"
	"time"

	"onrecord/internal/engine"
)

// clock measures a run.
type clock struct{ start time.Time }

func startClock() clock { return clock{time.Now()} }

func (c clock) elapsed() time.Duration { return time.Since(c.start) }

// encodeStage is the name of the stage that runs the encoder.
const encodeStage = "encode"

// writeStats tells how much was read and how fast. The encoder's own rate is
// what one worker encodes in the time that it spends encoding, with the words
// that windows are read with on their sides; the program's is what a worker
// gets done in all, in the same pieces.
func writeStats(w io.Writer, c engine.Count, all time.Duration, workers int, kernel string) {
	var stages, encode time.Duration
	for _, s := range c.Stages {
		stages += s.Time
		if s.Name == encodeStage {
			encode = s.Time
		}
	}
	line := func(name, format string, args ...any) {
		fmt.Fprintf(w, "%-12s %s\n", name, fmt.Sprintf(format, args...))
	}
	rate := func(n int64, d time.Duration) string {
		if d <= 0 {
			return "–"
		}
		return grouped(int64(float64(n) / d.Seconds()))
	}
	line("documents", "%s", grouped(c.Documents))
	line("tokens", "%s", grouped(c.Tokens))
	line("word pieces", "%s, %s encoded with the marks around, in %s windows", grouped(c.Pieces), grouped(c.Work), grouped(c.Windows))
	line("time", "%.2f s, %d at a time", all.Seconds(), workers)
	line("speed", "%s tokens/s", rate(c.Tokens, all))
	line("encoder", "%s pieces/s a worker, marks included; in all %s, %s of that", rate(c.Work, encode), rate(c.Work, all*time.Duration(workers)), share(encode, all*time.Duration(workers)))
	line("kernel", "%s", kernel)
	line("memory", "%s MB at most", grouped(peakMemory()/1_000_000))
	fmt.Fprintf(w, "\n%-12s %9s %7s\n", "stage", "seconds", "share")
	for _, s := range c.Stages {
		fmt.Fprintf(w, "%-12s %9.3f %7s\n", s.Name, s.Time.Seconds(), share(s.Time, stages))
	}
}

// share is a part of a whole in percent.
func share(part, whole time.Duration) string {
	if whole <= 0 {
		return "–"
	}
	return fmt.Sprintf("%.0f %%", 100*float64(part)/float64(whole))
}
