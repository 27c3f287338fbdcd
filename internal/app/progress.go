package app

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"onrecord/internal/ingest"
)

// progress counts what has been read, and draws it now and then on a terminal.
// Counting and drawing know nothing of each other but the counters.
type progress struct {
	documents atomic.Int64
	read      atomic.Int64 // bytes
	total     atomic.Int64 // bytes; 0 until known, -1 where it cannot be

	w      io.Writer // nil where nothing is drawn
	width  int
	start  time.Time
	ended  chan struct{}
	drawer sync.WaitGroup

	mu    sync.Mutex // guards the terminal's line
	drawn bool
}

// The bar appears on what takes longer than patience, and is drawn anew at
// every beat.
const (
	patience = time.Second
	beat     = 200 * time.Millisecond
)

// progress starts to draw if standard error is a terminal and the results do
// not go to one.
func (o Read) progress(s Streams) *progress {
	p := &progress{start: time.Now(), ended: make(chan struct{})}
	if !Terminal(s.Stderr) || o.Out == "" && Terminal(s.Stdout) {
		return p
	}
	p.w, p.width = s.Stderr, columns(s.Stderr)
	p.drawer.Go(p.draw)
	go func() { p.total.Store(ingest.Size(o.Inputs)) }()
	return p
}

// bytes counts n more bytes of input.
func (p *progress) bytes(n int) { p.read.Add(int64(n)) }

// above returns a writer to w, the same terminal, that clears the bar first.
func (p *progress) above(w io.Writer) io.Writer { return aboveBar{p, w} }

type aboveBar struct {
	p *progress
	w io.Writer
}

func (a aboveBar) Write(b []byte) (int, error) {
	a.p.mu.Lock()
	defer a.p.mu.Unlock()
	a.p.clear()
	return a.w.Write(b)
}

func (p *progress) clear() {
	if p.drawn {
		io.WriteString(p.w, "\r\x1b[K")
		p.drawn = false
	}
}

func (p *progress) stop() {
	close(p.ended)
	p.drawer.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
}

func (p *progress) draw() {
	wait := time.NewTimer(patience)
	defer wait.Stop()
	for {
		select {
		case <-p.ended:
			return
		case now := <-wait.C:
			wait.Reset(beat)
			line := p.line(now.Sub(p.start))
			p.mu.Lock()
			p.clear()
			io.WriteString(p.w, line)
			p.drawn = true
			p.mu.Unlock()
		}
	}
}

// line is the bar after some time: a bar and the time left where the total is
// known, the number of documents and the rate.
func (p *progress) line(after time.Duration) string {
	n, read, total := p.documents.Load(), p.read.Load(), p.total.Load()
	var parts []string
	share := 0.0
	if total > 0 {
		share = min(1, float64(read)/float64(total))
		const cells = 24
		full := int(share * cells)
		parts = append(parts, strings.Repeat("━", full)+strings.Repeat("╌", cells-full)+fmt.Sprintf(" %3.0f %%", 100*share))
	}
	parts = append(parts, grouped(n)+" documents", fmt.Sprintf("%.1f a second", float64(n)/after.Seconds()))
	if share > 0.01 && share < 1 {
		parts = append(parts, spoken(time.Duration(float64(after)*(1-share)/share))+" left")
	}
	line := []rune(strings.Join(parts, "  "))
	return string(line[:min(len(line), max(p.width-1, 0))])
}

// spoken writes a duration as people say it: 45 s, 3 min 20 s, 2 h 5 min.
func spoken(d time.Duration) string {
	s := int(d.Seconds() + .5)
	switch {
	case s < 60:
		return fmt.Sprintf("%d s", s)
	case s < 3600:
		return fmt.Sprintf("%d min %d s", s/60, s%60)
	}
	return fmt.Sprintf("%d h %d min", s/3600, s/60%60)
}

// grouped writes a number with commas between thousands.
func grouped(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
