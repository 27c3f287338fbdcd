package main

import (
	"fmt"
	"os"

	"onrecord/internal/prepare"
)

func main() {
	v, err := os.ReadFile("internal/model/en/vocab.txt")
	if err == nil {
		err = prepare.All(os.Args[2], os.Args[3], v, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
