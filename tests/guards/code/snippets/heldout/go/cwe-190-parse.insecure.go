package quantity

import (
	"fmt"
	"strconv"
)

func Parse(text string) (int16, error) {
	value, err := strconv.Atoi(text)
	if err != nil {
		return 0, fmt.Errorf("quantity: %w", err)
	}
	return int16(value), nil
}
