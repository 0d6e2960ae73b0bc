"""What a number is: rules as values, each with a name, a pattern, an example and a counter-example."""
