"""The ledger accounts for every numeral; the arithmetic checks what the document claims."""
