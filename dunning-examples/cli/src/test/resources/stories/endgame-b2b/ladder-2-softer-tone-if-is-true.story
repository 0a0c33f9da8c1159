story ladder[2].softer tone if is true
customer C-1
invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
invoice PAST-1, issued 2024-11-22, due 2024-12-22, currency EUR, amount 1000.00
invoice PAST-2, issued 2024-11-17, due 2024-12-17, currency EUR, amount 1000.00
invoice PAST-3, issued 2024-11-07, due 2024-12-07, currency EUR, amount 1000.00
invoice PAST-4, issued 2024-10-28, due 2024-11-27, currency EUR, amount 1000.00
past 2024-12-27 payment, invoice PAST-1, amount 1000.00
past 2024-12-17 payment, invoice PAST-2, amount 1000.00
past 2024-12-07 payment, invoice PAST-3, amount 1000.00
past 2024-11-27 payment, invoice PAST-4, amount 1000.00
2025-02-08 take friendly reminder, invoice INV-1, by email, tone friendly
2025-02-08 verdict wait, invoice INV-1
2025-02-08 look again on 2025-02-19, invoice INV-1
2025-02-08 verdict closed, invoice PAST-1
2025-02-08 verdict closed, invoice PAST-2
2025-02-08 verdict closed, invoice PAST-3
2025-02-08 verdict closed, invoice PAST-4
