package main

import "strconv"

func share(text string, total int) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	// ruleid: go-unchecked-divisor
	part := total / n
	return part
}

func rest(text string, total int) int {
	n, _ := strconv.Atoi(text)
	// ruleid: go-unchecked-divisor
	return total % n
}

func safely(text string, total int) int {
	n, err := strconv.Atoi(text)
	if err != nil || n == 0 {
		return 0
	}
	// ok: go-unchecked-divisor
	part := total / n
	// ok: go-unchecked-divisor
	rest := total % 7
	// total / n
	return part + rest
}
