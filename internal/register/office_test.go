package register_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/edtf"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// lakes is a small world.
const lakes = `
organ army = Army of
  called: army, troops

organ senate = Senate of
  called: senate

role head-of-state
  called: president, queen

role chief
  called: president, chair

country upland = Upland
  article: the
  adjective: Uplandic
  people: Uplander, Uplanders
  seat: Tarn Palace

country fenland = Fenland
  adjective: Fennish

country islet = Islet
  part: fenland
  organs: none

organization fenland-army = Fen Guard

organization lake-board = Lake Board
  called: board, Union
  members: upland 2001-05-01/2019-12-31, fenland 2001-05-01/.., islet 2020/..

group lake-members = Lake Board members
  part: lake-board

group fen-front = Fen Front
  called: board
  fights: fenland
  part: fenland

person ada-moreau = Ada Moreau
  also: Ada de la Rive Moreau
  gender: female
  office: chief | Chair | lake-board | 2010-01-01/2014-06-30 | the board
  office: head-of-state head-of-government | President | upland | 2016/2020-06 | the palace

person ben-moreau = Ben Moreau
  office: chief | Chair | lake-board | 2014-07-01/.. | the board

person cem-moreau = Cem Moreau

person dina-ruiz-tern = Dina Ruiz Tern

person li-na = Li Na
  surname: Li
  office: leader | Commander | fen-front | ../2015-01-01 | the front
`

func lake(t *testing.T) *register.Register {
	t.Helper()
	r, err := read(lakes)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func titles(all []register.Tenure) string {
	var s []string
	for _, t := range all {
		s = append(s, string(t.Person)+" "+t.Title+" "+string(t.Role))
	}
	return strings.Join(s, "; ")
}

func TestHolders(t *testing.T) {
	r := lake(t)
	for _, c := range []struct {
		name string
		role register.Role
		of   record.ActorID
		on   edtf.Date
		want string
	}{
		{"the last day of a term", "chief", "lake-board", "2014-06-30", "ada-moreau Chair chief"},
		{"the first day of the next", "chief", "lake-board", "2014-07-01", "ben-moreau Chair chief"},
		{"a year in which it changed hands", "chief", "lake-board", "2014", "ada-moreau Chair chief; ben-moreau Chair chief"},
		{"a term that goes on", "chief", "lake-board", "2030-01-01", "ben-moreau Chair chief"},
		{"before anybody is known", "chief", "lake-board", "2009-12-31", ""},
		{"the second role of an office", "head-of-government", "upland", "2018-01-01", "ada-moreau President head-of-government"},
		{"a term by year and month", "head-of-state", "upland", "2020-06-30", "ada-moreau President head-of-state"},
		{"the day after", "head-of-state", "upland", "2020-07-01", ""},
		{"a term without a beginning", "leader", "fen-front", "1990", "li-na Commander leader"},
		{"an unknown date", "chief", "lake-board", "", ""},
		{"an interval", "chief", "lake-board", "2013-01-01/2013-12-31", "ada-moreau Chair chief"},
		{"a season", "chief", "lake-board", "2013-22", "ada-moreau Chair chief"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, titles(r.Holders(c.role, c.of, c.on))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestOfficesOn(t *testing.T) {
	r := lake(t)
	now, before := r.OfficesOn("ada-moreau", "2017-03-01")
	if got, want := titles(now)+" / "+titles(before), "ada-moreau President head-of-state / ada-moreau Chair chief"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	now, before = r.OfficesOn("ada-moreau", "2012-03-01")
	if len(now) != 1 || len(before) != 0 {
		t.Errorf("%s / %s", titles(now), titles(before))
	}
	if now, before = r.OfficesOn("ada-moreau", ""); now != nil || before != nil {
		t.Error("offices on an unknown day")
	}
	if r.Offices("nobody") != nil || len(r.Offices("ada-moreau")) != 2 {
		t.Error("offices of a person")
	}
	if got := titles(r.History("chief", "lake-board")); got != "ada-moreau Chair chief; ben-moreau Chair chief" {
		t.Errorf("history: %s", got)
	}
}

func ids(all []*register.Actor) string {
	var s []string
	for _, a := range all {
		s = append(s, string(a.ID))
	}
	return strings.Join(s, " ")
}

func TestSurname(t *testing.T) {
	r := lake(t)
	for _, c := range []struct {
		name, surname string
		on            edtf.Date
		want          string
	}{
		{"in office first, then in office around it", "Moreau", "2017-03-01", "ada-moreau ben-moreau cem-moreau"},
		{"the same when others were", "Moreau", "2014-12-01", "ben-moreau ada-moreau cem-moreau"},
		{"in capitals and with a diacritic", "MORÉAU", "", "ada-moreau ben-moreau cem-moreau"},
		{"one that is stated", "Li", "", "li-na"},
		{"not the last word then", "Na", "", ""},
		{"two family names", "Ruiz Tern", "", "dina-ruiz-tern"},
		{"the last of them", "Tern", "", "dina-ruiz-tern"},
		{"the first of them is none", "Ruiz", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, ids(r.Surname(c.surname, c.on))); d != "" {
				t.Error(d)
			}
		})
	}
}

func join[T ~string](all []T) string {
	var s []string
	for _, id := range all {
		s = append(s, string(id))
	}
	return strings.Join(s, " ")
}

func TestPartsAndMembers(t *testing.T) {
	r := lake(t)
	for _, c := range []struct{ name, got, want string }{
		{"called, in the order of the file", join(r.Called("Board")), "lake-board fen-front"},
		{"called by a noun with a capital", join(r.Called("union")), "lake-board"},
		{"called by no noun", join(r.Called("league")), ""},
		{"parts, the organs last", join(r.Parts("fenland")), "islet fenland-army fen-front fenland-senate"},
		{"no organs", join(r.Parts("islet")), ""},
		{"what it is part of", join(r.PartOf("fenland-senate")), "fenland"},
		{"members", join(r.Members("lake-board", "2015")), "upland fenland"},
		{"members of the member group", join(r.Members("lake-members", "2021")), "fenland islet"},
		{"member of", join(r.MemberOf("upland", "2019")), "lake-board"},
		{"no longer member of", join(r.MemberOf("upland", "2020")), ""},
		{"an organ of the files", string(r.Organ("fenland", "Army")), "fenland-army"},
		{"an organ by rule", string(r.Organ("upland", "army")), "upland-army"},
		{"an organ that is none", string(r.Organ("islet", "army")), ""},
		{"an organ of no country", string(r.Organ("lake-board", "army")), ""},
		{"roles of a title", join(r.RolesOf("President")), "head-of-state chief"},
		{"the name of an organ by rule", r.Actor("upland-senate").Name, "Senate of the Upland"},
		{"whom a group fights", join(r.Actor("fen-front").Fights), "fenland"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, c.got); d != "" {
				t.Error(d)
			}
		})
	}
}
