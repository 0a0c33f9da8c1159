story hold promised
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-01-06 promise, invoice INV-1, until 2025-01-13
2025-01-06 verdict hold
2025-01-06 look again on 2025-01-14
