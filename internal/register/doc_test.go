package register_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/record"
	"onrecord/internal/register"
)

var update = flag.Bool("update", false, "write docs/register.md anew from the embedded register")

const doc = "../../docs/register.md"

// The time over which gaps are told: to the last look at the sources.
const (
	firstDay = "2014-01-01"
	lastDay  = "2026-05-31"
	shortGap = 31 // days
)

func TestDocTellsWhatThereIs(t *testing.T) {
	b, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	was := string(b)
	r := load(t)
	is := was
	for name, text := range map[string]string{"counts": counts(r), "members": members(r), "gaps": gaps(t, r)} {
		begin := "<!-- " + name + ": made by internal/register -->\n"
		before, rest, ok1 := strings.Cut(is, begin)
		_, after, ok2 := strings.Cut(rest, "<!-- end -->\n")
		if !ok1 || !ok2 {
			t.Fatalf("%s has no part %q", doc, name)
		}
		is = before + begin + text + "<!-- end -->\n" + after
	}
	if *update {
		if err := os.WriteFile(doc, []byte(is), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(was, is); d != "" {
		t.Errorf("%s is not what the files hold (go test ./internal/register -run Doc -update mends it):\n%s", doc, d)
	}
}

// TestTheExampleInTheDocIsRead loads the user's file that docs/register.md shows.
func TestTheExampleInTheDocIsRead(t *testing.T) {
	b, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(b), "### A file of your own\n\n")
	var file strings.Builder
	for line := range strings.Lines(text) {
		if line != "\n" && !strings.HasPrefix(line, "    ") {
			break
		}
		file.WriteString(strings.TrimPrefix(line, "    "))
	}
	r := load(t, register.Source{Name: "own.txt", Data: []byte(file.String())})
	if a := r.Actor("ada-moreau"); a == nil || len(r.Offices(a.ID)) != 1 {
		t.Errorf("nobody is found in\n%s", file.String())
	}
}

// counts is the table of what the register holds.
func counts(r *register.Register) string {
	var names, offices, members, byRule, outlets, wikidata int
	kinds := map[record.ActorKind]int{}
	for a := range r.Actors {
		if a.Position.File == "" {
			byRule++
			continue
		}
		kinds[a.Kind]++
		names += len(a.Names)
		offices += len(r.Offices(a.ID))
		if a.Kind != record.Country {
			members += len(r.Memberships(a.ID))
		}
		if a.Outlet {
			outlets++
		}
		if a.Wikidata != "" {
			wikidata++
		}
	}
	var b strings.Builder
	b.WriteString("| what | number |\n|---|---|\n")
	row := func(what string, n int) { fmt.Fprintf(&b, "| %s | %d |\n", what, n) }
	row("countries and territories", kinds[record.Country])
	row("organizations, and organs with a block of their own", kinds[record.Organization]-outlets)
	row("outlets", outlets)
	row("armed groups, and groups of countries", kinds[record.Group])
	row("persons", kinds[record.Person])
	row("organs made by rule", byRule)
	row("names", names)
	row("offices held", offices)
	row("memberships", members)
	row("actors with a Wikidata id", wikidata)
	return b.String()
}

// members lists who has a list of members.
func members(r *register.Register) string {
	var all []string
	for a := range r.Actors {
		if a.Kind != record.Country && len(r.Memberships(a.ID)) > 0 {
			all = append(all, fmt.Sprintf("`%s` %d", a.ID, len(r.Members(a.ID, "2024-04-07"))))
		}
	}
	return wrap(strings.Join(all, ", ")) + "\n"
}

// gaps tells, for three offices, how much of the time is covered, and in which
// countries and months nobody is known.
func gaps(t *testing.T, r *register.Register) string {
	roles := []register.Role{register.HeadOfState, register.HeadOfGovernment, register.ForeignMinister}
	countries := append(r.Members("un", "2024"), "kosovo", "palestine", "taiwan", "vatican")
	slices.Sort(countries)
	if len(countries) != 197 {
		t.Errorf("%d countries, not 197", len(countries))
	}
	var b strings.Builder
	b.WriteString("| office | countries without a gap | days covered |\n|---|---|---|\n")
	rows := map[record.ActorID][]string{}
	for _, role := range roles {
		whole, covered, all := 0, 0, 0
		for _, c := range countries {
			missing, days, of := uncovered(r, role, c)
			covered, all = covered+days, all+of
			if len(missing) == 0 {
				whole++
			}
			rows[c] = append(rows[c], strings.Join(missing, ", "))
		}
		fmt.Fprintf(&b, "| %s | %d of %d | %.1f %% |\n", role, whole, len(countries), 100*float64(covered)/float64(all))
	}
	b.WriteString("\n| country | head of state | head of government | foreign minister |\n|---|---|---|---|\n")
	for _, c := range countries {
		if strings.Join(rows[c], "") != "" {
			fmt.Fprintf(&b, "| %s | %s |\n", r.Actor(c).Name, strings.Join(rows[c], " | "))
		}
	}
	return b.String()
}

// uncovered returns the stretches in which nobody is known to have held an
// office, and of how many days how many are covered.
func uncovered(r *register.Register, role register.Role, of record.ActorID) (missing []string, days, all int) {
	first, last := date(firstDay), date(lastDay)
	all = int(last.Sub(first).Hours()/24) + 1
	covered := make([]bool, all)
	for _, t := range r.History(role, of) {
		from, to, okFrom, okTo := t.Term.Bounds()
		if !okFrom || from.Before(first) {
			from = first
		}
		if !okTo || to.After(last) {
			to = last
		}
		for d := from; !d.After(to); d = d.AddDate(0, 0, 1) {
			covered[int(d.Sub(first).Hours()/24)] = true
		}
	}
	for i := 0; i < all; {
		j := i
		for j < all && covered[j] == covered[i] {
			j++
		}
		switch {
		case covered[i] || j-i < shortGap:
			days += j - i
		case j-i == all:
			missing = append(missing, "all")
		default:
			missing = append(missing, stretch(first.AddDate(0, 0, i), first.AddDate(0, 0, j-1)))
		}
		i = j
	}
	return missing, days, all
}

// stretch is a gap by its months: "2014-01 to 2015-06".
func stretch(from, to time.Time) string {
	a, b := from.Format("2006-01"), to.Format("2006-01")
	if a == b {
		return a
	}
	return a + " to " + b
}

func date(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// wrap breaks lines at 118 letters.
func wrap(s string) string {
	var b strings.Builder
	n := 0
	for i, w := range strings.Fields(s) {
		switch {
		case i == 0:
		case n+1+len(w) > 118:
			b.WriteByte('\n')
			n = 0
		default:
			b.WriteByte(' ')
			n++
		}
		b.WriteString(w)
		n += len(w)
	}
	return b.String()
}
