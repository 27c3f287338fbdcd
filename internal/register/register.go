// Package register knows the public actors of the world: countries and their
// organs, international organizations, armed groups, and who held which office
// when. It is read from text files, embedded and the user's own; docs/register.md
// describes them. It judges no text: Match tells whom a run of words may name,
// never whom it means.
package register

import (
	"strconv"
	"sync"

	"onrecord/internal/record"
)

// Register is a set of actors and offices. It never changes once it is loaded,
// and may be used by several goroutines at a time.
type Register struct {
	actors   []Actor
	byID     map[record.ActorID]int32
	tenures  []Tenure // by person, within one as the files have them
	terms    []term   // of each tenure
	members  []Member // as the files have them
	spans    []term   // of each membership
	patterns []pattern
	organs   []int32 // of each country with organs, one a pattern
	roles    []roleNoun
	nobody   []string // names that are nobody's
	fighters []string // nouns behind the name of an armed group
	sources  []Source

	digest  func() string
	names   func() *index    // who is called what
	posts   func() offices   // who held what
	persons func() surnames  // who has which surname
	unions  func() unions    // who belongs to what
	nouns   func() nounTable // what the common nouns may mean
}

// Actor is an entry of the register.
type Actor struct {
	ID       record.ActorID
	Kind     record.ActorKind
	Name     string // canonical
	Names    []Name // the canonical one among them
	Surnames []string
	Called   []string         // common nouns that may mean it once it was named: "alliance"
	PartOf   record.ActorID   // "" for none
	Fights   []record.ActorID // of an armed group: whom
	ISO2     string
	ISO3     string
	Wikidata string
	Gender   Gender
	Article  string   // that a country's name takes in a sentence: "the" Netherlands
	Outlet   bool     // it publishes news: a venue, as a rule, and no source
	Position Position // of its name in the files; no file for an organ made by rule

	organs  int32 // of a country: the first of its organs in Register.organs; noOrgans
	tenures [2]int32
}

// Position is a line of a file.
type Position struct {
	File string
	Line int
}

func (p Position) String() string { return p.File + ":" + strconv.Itoa(p.Line) }

// Gender of a person.
type Gender uint8

// The genders.
const (
	Unknown Gender = iota
	Female
	Male
)

// Name is a way to name an actor.
type Name struct {
	Text string
	Use  Use
}

// Use says how a name names.
type Use uint8

// The uses of names.
const (
	Canonical Use = iota // "Ukraine"
	Variant              // "Burma", "Türkiye", "Volodymyr Zelenskyy"
	Short                // "NATO", "US"; in these letters alone
	Surname              // "Stoltenberg": of a person
	Demonym              // "Ukrainians": the people
	Adjective            // "Ukrainian"
	Capital              // "Kyiv", "Kiev": a place that may stand for the government
	Seat                 // "the Kremlin": a building that stands for it
)

var uses = [...]string{"name", "variant", "short", "surname", "people", "adjective", "capital", "seat"}

func (u Use) String() string { return uses[u] }

// Actor returns the actor with this id, nil if there is none.
func (r *Register) Actor(id record.ActorID) *Actor {
	if i, ok := r.byID[id]; ok {
		return &r.actors[i]
	}
	return nil
}

// Len returns the number of actors, the organs made by rule included.
func (r *Register) Len() int { return len(r.actors) }

// Actors calls yield for each actor in the order of the files, the organs made
// by rule last.
func (r *Register) Actors(yield func(*Actor) bool) {
	for i := range r.actors {
		if !yield(&r.actors[i]) {
			return
		}
	}
}

// Digest names the contents of the register and the code that reads it: eight hex
// digits.
func (r *Register) Digest() string { return r.digest() }

// prepare sets up what is made when it is first asked for.
func (r *Register) prepare() {
	r.digest = sync.OnceValue(r.sum)
	r.names = sync.OnceValue(r.indexNames)
	r.posts = sync.OnceValue(r.indexOffices)
	r.persons = sync.OnceValue(r.indexSurnames)
	r.unions = sync.OnceValue(r.indexMembers)
	r.nouns = sync.OnceValue(r.indexNouns)
}
