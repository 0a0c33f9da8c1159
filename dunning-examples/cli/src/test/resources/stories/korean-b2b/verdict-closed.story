story verdict closed
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency KRW, amount 2000000
2025-01-06 payment, invoice INV-1, amount 2000000
2025-01-06 verdict closed
