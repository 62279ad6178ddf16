namespace Kontor.Commerce;

enum 50104 "KTR Item Text Kind"
{
    Extensible = false;

    value(0; Extended)
    {
        Caption = 'Extended', Locked = true;
    }
    value(1; Marketing)
    {
        Caption = 'Marketing', Locked = true;
    }
}
