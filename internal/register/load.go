package register

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"io/fs"

	"onrecord/internal/record"
)

// Version is the number of this code: it goes up whenever it would answer
// differently.
const Version = 2

//go:embed data/*.txt
var data embed.FS

// Source is a file of the register.
type Source struct {
	Name string // for messages
	Data []byte
}

// Embedded returns the files that the program ships, by name.
func Embedded() ([]Source, error) {
	var all []Source
	files, err := fs.Glob(data, "data/*.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		b, err := data.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, Source{Name: "register/" + name[len("data/"):], Data: b})
	}
	return all, nil
}

// Load reads the embedded register and then the user's files. The error tells
// everything that is wrong in them, each line with FILE:LINE and what to do.
func Load(extra ...Source) (*Register, error) {
	files, err := Embedded()
	if err != nil {
		return nil, err
	}
	return Read(append(files, extra...)...)
}

// Read makes a register of these files alone.
func Read(files ...Source) (*Register, error) {
	size := 0
	for _, f := range files {
		size += len(f.Data)
	}
	r := &Register{sources: files, byID: make(map[record.ActorID]int32, size/120+64)}
	p := parser{register: r, roles: map[string][]Role{}, refs: make([]reference, 0, size/150+16)}
	r.actors = make([]Actor, 0, size/120+64) // with room for the organs
	r.tenures = make([]Tenure, 0, size/180+16)
	r.terms = make([]term, 0, size/180+16)
	for i := range files {
		p.read(&files[i])
	}
	p.check()
	if err := errors.Join(p.errs...); err != nil {
		return nil, err
	}
	r.sortTenures()
	r.addOrgans()
	r.prepare()
	return r, nil
}

// sum digests the version of the code and the files with their names.
func (r *Register) sum() string {
	h := sha256.New()
	h.Write([]byte{Version})
	for _, f := range r.sources {
		h.Write([]byte(f.Name))
		h.Write([]byte{0})
		h.Write(f.Data)
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:4])
}
