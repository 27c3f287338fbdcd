// Train learns the weights of the borders between sentences from treebanks and
// measures words and sentences against one:
//
//	go run ./internal/annotate/segment/train -out internal/annotate/segment/border.txt FILE.conllu...
//	go run ./internal/annotate/segment/train -measure FILE.conllu
//
// The same files give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"

	"onrecord/internal/annotate/segment"
)

func main() {
	out := flag.String("out", "", "learn from the treebanks named and write the weights here")
	measured := flag.String("measure", "", "measure on this treebank")
	misses := flag.Int("misses", 0, "print that many misses of each kind")
	flag.Parse()
	if err := run(*out, *measured, *misses, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(out, measured string, misses int, treebanks []string) error {
	if out != "" {
		var examples []segment.Example
		for _, path := range treebanks {
			p, err := read(path)
			if err != nil {
				return err
			}
			e, err := p.examples()
			if err != nil {
				return err
			}
			examples = append(examples, e...)
		}
		return os.WriteFile(out, []byte(segment.Learn(examples)), 0o644)
	}
	p, err := read(measured)
	if err != nil {
		return err
	}
	return measure(p, misses)
}
