namespace Kontor.Commerce;

enum 50101 "KTR Price Amount Type"
{
    Extensible = false;

    value(0; Price)
    {
        Caption = 'Price', Locked = true;
    }
    value(1; Discount)
    {
        Caption = 'Discount', Locked = true;
    }
    value(2; "Price & Discount")
    {
        Caption = 'Price & Discount', Locked = true;
    }
}
