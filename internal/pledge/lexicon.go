package pledge

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"onrecord/internal/record"
)

//go:embed lexicon.txt
var lexiconText string

// lexicon is the embedded table of words.
var lexicon = mustParse(lexiconText)

// frame tells who does what in a predicate; lexicon.txt explains them.
type frame uint8

const (
	frameGive frame = iota
	frameIntend
	frameSay
	frameTake
	frameCome
	framePropose
	frameAsk
	frameBar
	frameKeep
	frameDeny
	frameFail
	frameVoid
)

var frames = []string{"give", "intend", "say", "take", "come", "propose", "ask", "bar", "keep", "deny", "fail", "void"}

// class is the part of speech of a predicate.
type class uint8

const (
	verb class = iota
	noun
	adjective
)

var classes = []string{"verb", "noun", "adjective"}

// entry is a predicate of the lexicon.
type entry struct {
	class   class
	frame   frame
	status  record.Status
	silent  bool     // says nothing of the status
	firm    bool     // makes a sum of money a pledge by itself
	vote    bool     // what will be done so is not yet promised
	settled bool     // who means to give less gives less
	over    bool     // only over another predicate
	way     bool     // a way of giving, which says nothing by itself
	words   []string // behind the lemma: "over" of "hand over"
}

// list is a set of the lists of words to which a lemma belongs.
type list uint32

const (
	aid list = 1 << iota
	container
	anaphor
	goods
	measure
	target
	sum
	part
	alien
	organ
	lessen
	bound
	free
	aim
	light
	hinge
	money
	holds
	furnish
	kind
	arms
	force
	trade
	siege
	figures
)

var lists = []string{"aid", "container", "anaphor", "goods", "measure", "target", "sum", "part", "alien", "organ", "lessen", "bound", "free", "aim", "light", "hinge", "money", "holds", "furnish", "kind", "arms", "force", "trade", "siege", "figure"}

// word is what the lexicon knows of a lemma.
type word struct {
	entries []entry // those of more words first
	lists   list
}

// table is a lexicon: words by lemma, and what opens a condition, in words, the
// longer first.
type table struct {
	words      map[string]*word
	conditions map[string][][]string
}

// mustParse is parse of the embedded text, which is right or a programmer's error.
func mustParse(s string) *table {
	t, err := parse(s)
	if err != nil {
		panic("pledge: lexicon.txt:" + err.Error())
	}
	return t
}

// parse reads a lexicon; an error begins with the number of its line.
func parse(s string) (*table, error) {
	t := &table{words: map[string]*word{}, conditions: map[string][][]string{}}
	number := 0
	for line := range strings.Lines(s) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := t.line(line); err != nil {
			return nil, fmt.Errorf("%d: %w", number, err)
		}
	}
	for _, w := range t.words {
		slices.SortStableFunc(w.entries, func(a, b entry) int { return len(b.words) - len(a.words) })
	}
	for _, c := range t.conditions {
		slices.SortStableFunc(c, func(a, b []string) int { return len(b) - len(a) })
	}
	return t, nil
}

func (t *table) line(line string) error {
	head, tail, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("no colon in %q", line)
	}
	fields := strings.Fields(head)
	if len(fields) == 0 {
		return fmt.Errorf("nothing before the colon in %q", line)
	}
	var e entry
	if len(fields) > 1 {
		var err error
		if e, err = parseEntry(fields); err != nil {
			return err
		}
	}
	var in list
	for name := range strings.SplitSeq(fields[0], "+") {
		if k := slices.Index(lists, name); k >= 0 {
			in |= 1 << k
		}
	}
	for phrase := range strings.SplitSeq(tail, ",") {
		words := strings.Fields(phrase)
		if len(words) == 0 {
			return fmt.Errorf("an empty word in %q", line)
		}
		switch {
		case len(fields) > 1:
			e.words = words[1:]
			w := t.at(words[0])
			w.entries = append(w.entries, e)
		case fields[0] == "condition":
			t.conditions[words[0]] = append(t.conditions[words[0]], words[1:])
		case in == 0:
			return fmt.Errorf("no list is called %q", fields[0])
		default:
			t.at(words[0]).lists |= in
		}
	}
	return nil
}

func (t *table) at(lemma string) *word {
	w := t.words[lemma]
	if w == nil {
		w = &word{}
		t.words[lemma] = w
	}
	return w
}

// parseEntry reads what stands before the colon of a predicate.
func parseEntry(fields []string) (e entry, err error) {
	if len(fields) < 3 {
		return e, fmt.Errorf("%q is no class, status and frame", strings.Join(fields, " "))
	}
	c, f, s := slices.Index(classes, fields[0]), slices.Index(frames, fields[2]), slices.Index(record.Statuses[:], fields[1])
	if c < 0 || f < 0 || s < 0 && fields[1] != "-" {
		return e, fmt.Errorf("%q is no class, status and frame", strings.Join(fields[:3], " "))
	}
	e.class, e.frame, e.silent = class(c), frame(f), s < 0
	if s >= 0 {
		e.status = record.Status(s)
	}
	for _, flag := range fields[3:] {
		switch flag {
		case "firm":
			e.firm = true
		case "settled":
			e.settled = true
		case "vote":
			e.vote = true
		case "over":
			e.over = true
		case "way":
			e.way = true
		default:
			return e, fmt.Errorf("no flag is called %q", flag)
		}
	}
	return e, nil
}
