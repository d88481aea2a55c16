package feed

import (
	"github.com/lestrrat-go/libxml2/parser"
)

func Parse(data []byte) error {
	p := parser.New(parser.XMLParseNoEnt)
	doc, err := p.Parse(data)
	if err != nil {
		return err
	}
	defer doc.Free()
	return nil
}
