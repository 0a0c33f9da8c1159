story hold disputed
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-01-06 dispute-opened, invoice INV-1, note goods damaged
2025-01-06 verdict hold
