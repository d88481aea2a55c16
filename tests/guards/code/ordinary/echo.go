package main

import (
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"
)

type validationError struct{ field string }

func (e validationError) Error() string { return fmt.Sprintf("%s is required", e.field) }

func validate(name string) error {
	if name == "" {
		return validationError{"name"}
	}
	return nil
}

func main() {
	e := echo.New()
	e.POST("/users", func(c echo.Context) error {
		name := c.FormValue("name")
		if err := validate(name); err != nil {
			return c.JSON(http.StatusBadRequest, map[string]string{"error": err.Error()})
		}
		return c.JSON(http.StatusCreated, map[string]string{"name": name})
	})
	e.Logger.Fatal(e.Start(":1323"))
}
