package brief

import _ "embed"

// The parts of a DOCX package that are the same for every brief.
var (
	//go:embed docx/types.xml
	docxTypes string
	//go:embed docx/styles.xml
	docxStyles string
	//go:embed docx/numbering.xml
	docxNumbering string
	//go:embed docx/settings.xml
	docxSettings string
)
