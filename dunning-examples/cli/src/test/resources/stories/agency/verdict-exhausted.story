story verdict exhausted
customer C-1, without letter
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 10000.00
2025-05-19 take call, by phone, tone firm
2025-06-05 take visit, by visit
2025-06-15 verdict exhausted
