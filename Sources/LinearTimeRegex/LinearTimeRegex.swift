// LinearTimeRegex
