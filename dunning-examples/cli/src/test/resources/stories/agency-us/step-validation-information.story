story step "validation information"
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency USD, amount 1000.00
2025-02-06 take validation information, by letter
2025-02-06 verdict wait
2025-02-06 look again on 2025-02-13
