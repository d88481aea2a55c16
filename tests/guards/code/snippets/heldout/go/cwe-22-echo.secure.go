package main

import (
	"os"

	"github.com/labstack/echo/v4"
)

func main() {
	e := echo.New()
	e.GET("/doc/:id", func(c echo.Context) error {
		root, err := os.OpenRoot("docs")
		if err != nil {
			return err
		}
		data, err := root.ReadFile(c.Param("id"))
		if err != nil {
			return err
		}
		return c.Blob(200, "application/pdf", data)
	})
	e.Start(":8080")
}
