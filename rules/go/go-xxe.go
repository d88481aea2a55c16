package feed

import "github.com/lestrrat-go/libxml2/parser"

func parsers() {
	// ruleid: go-xxe
	parser.New(parser.XMLParseNoEnt)
	// ruleid: go-xxe
	parser.New(parser.XMLParseNoNet, parser.XMLParseDTDLoad)
	// ok: go-xxe
	parser.New(parser.XMLParseNoNet)
	// ok: go-xxe
	parser.New()
	// parser.New(parser.XMLParseNoEnt)
}
