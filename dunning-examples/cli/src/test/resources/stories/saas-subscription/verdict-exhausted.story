story verdict exhausted
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
invoice INV-2, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
2025-02-06 take reminder, invoice INV-1, by email, tone friendly
2025-02-09 take reminder, invoice INV-2, by email, tone friendly
2025-02-12 take second reminder, invoice INV-1, by email, tone neutral
2025-02-15 take notice of suspension, invoice INV-1, by email, tone firm, grants 2025-02-19
2025-02-18 take second reminder, invoice INV-2, by email, tone neutral
2025-02-21 take suspension, invoice INV-1, by email
2025-02-24 take notice of suspension, invoice INV-2, by email, tone firm, grants 2025-02-28
2025-03-01 take suspension, invoice INV-2, by email
2025-03-07 take last notice, invoice INV-1, by email, tone final, grants 2025-03-21
2025-03-10 take last notice, invoice INV-2, by email, tone final, grants 2025-03-24
2025-03-22 approve write off, invoice INV-1
2025-03-22 take write off, invoice INV-1
2025-03-25 approve write off, invoice INV-2
2025-03-25 take write off, invoice INV-2
2025-03-25 verdict exhausted, invoice INV-1
2025-03-25 verdict exhausted, invoice INV-2
