package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed words.txt
var wordText string

// word is what words.txt knows of a word. A word may be several things.
type word struct {
	name      string // in lower case
	month     int    // 1 to 12
	weekday   int    // 1 on Monday
	unit      unit
	plural    bool // of the unit
	letter    bool // is a unit only behind a number
	number    int  // of a numeral; -1 if it is none
	ordinal   int
	decade    int // 20 for "twenties"; -1 if it is none
	season    int // 21 for spring
	part      part
	position  position
	deictic   deictic
	daypart   bool
	about     bool
	vague     bool // a number that nobody can tell
	count     int  // 2 of "couple", 12 of "dozen"
	often     unit // of "weekly"
	shortened bool // may take a full stop
	ambiguous bool // is no time in lower case
	time      bool // tells of time by itself
	starts    bool // may begin an expression
}

// part is a part of a period.
type part uint8

const (
	noPart part = iota
	partStart
	partEarly
	partMid
	partLate
	partEnd
	partHalf
)

var parts = map[string]part{"start": partStart, "early": partEarly, "mid": partMid, "late": partLate, "end": partEnd, "half": partHalf}

// position is where a period lies, seen from now or from a date.
type position uint8

const (
	noPosition position = iota
	last
	past
	previous
	this
	next
	coming
	following
	same
	that
	recent
)

var positions = map[string]position{
	"last": last, "past": past, "previous": previous, "this": this, "next": next, "coming": coming, "following": following,
	"same": same, "that": that, "recent": recent,
}

// deictic is a day seen from now.
type deictic uint8

const (
	noDeictic deictic = iota
	today
	yesterday
	tomorrow
	tonight
	overnight
	now
)

var deictics = map[string]deictic{
	"today": today, "yesterday": yesterday, "tomorrow": tomorrow, "tonight": tonight, "overnight": overnight, "now": now,
}

// longestWord is the length of the longest word of the table, in bytes.
var words, longestWord = mustWords(wordText)

func mustWords(t string) (map[string]*word, int) {
	table := map[string]*word{}
	for n, line := range strings.Split(t, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		head, names, ok := strings.Cut(line, ":")
		class, value, ok2 := strings.Cut(head, " ")
		if !ok || !ok2 {
			panic(fmt.Sprintf("words.txt:%d: no class, value and words", n+1))
		}
		for _, name := range strings.Fields(names) {
			w := table[name]
			if w == nil {
				w = &word{name: name, number: -1, decade: -1}
				table[name] = w
			}
			if err := w.set(class, strings.TrimSpace(value)); err != nil {
				panic(fmt.Sprintf("words.txt:%d: %v", n+1, err))
			}
		}
	}
	for first := range byFirst {
		if table[first] == nil {
			table[first] = &word{name: first, number: -1, decade: -1}
		}
		table[first].starts, table[first].time = true, true
	}
	longest := 0
	for name := range table {
		longest = max(longest, len(name))
	}
	return table, longest
}

// set adds that a word is of class, with value.
func (w *word) set(class, value string) error {
	n, _ := strconv.Atoi(value)
	w.time = w.time || class != "plain" && class != "ambiguous" && class != "plural" && class != "letter" && class != "about" && class != "vague" && class != "opener" && class != "shortened"
	w.starts = w.starts || w.time || class == "about" || class == "vague"
	ok := true
	switch class {
	case "month":
		w.month = n
	case "weekday":
		w.weekday = n
	case "unit":
		w.unit, ok = unitNames[value]
	case "often":
		w.often, ok = unitNames[value]
	case "plural":
		w.plural = true
	case "letter":
		w.letter = true
	case "number":
		w.number = n
	case "ordinal":
		w.ordinal = n
	case "decade":
		w.decade = n
	case "season":
		w.season = n
	case "part":
		w.part, ok = parts[value]
	case "position":
		w.position, ok = positions[value]
	case "deictic":
		w.deictic, ok = deictics[value]
	case "daypart":
		w.daypart = true
	case "about":
		w.about = true
	case "vague":
		w.vague = true
	case "count":
		w.count = n
	case "ambiguous":
		w.ambiguous = true
	case "shortened":
		w.shortened = true
	case "opener":
		w.starts = true
	case "plain":
	default:
		return fmt.Errorf("no class is called %q", class)
	}
	if !ok {
		return fmt.Errorf("no value of %s is called %q", class, value)
	}
	return nil
}
