story verdict not due
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency KRW, amount 2000000
2025-01-06 verdict not due
2025-01-06 look again on 2025-02-06
