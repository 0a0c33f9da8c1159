story hold in plan
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 10000.00
2025-01-06 plan-agreed, invoice INV-1, amount 5000.00, until 2025-01-20
2025-01-06 plan-agreed, invoice INV-1, amount 5000.00, until 2025-02-03
2025-01-06 verdict hold
2025-01-06 look again on 2025-01-21
