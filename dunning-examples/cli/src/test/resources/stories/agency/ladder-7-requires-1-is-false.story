story ladder[7].requires[1] is false
customer C-1
invoice INV-1, issued 2025-01-29, due 2025-02-28, currency EUR, amount 10000.00
2025-05-29 take first letter, by letter, tone firm, grants 2025-06-08, charges 197.26 EUR
2025-06-09 take call, by phone, tone firm
2025-06-30 take visit, by visit
2025-07-13 take settlement, by letter, offers 8236.72 EUR
2025-07-28 take payment plan, by letter
2025-08-12 not-delivered, invoice INV-1, step payment plan, channel letter
2025-08-27 verdict wait
2025-08-27 look again on 2025-10-25
