namespace Kontor.Commerce;

table 50106 "KTR Item Attr. Translation"
{
    Caption = 'Item Attr. Translation';
    DataClassification = SystemMetadata;
    TableType = Temporary;
    Access = Internal;

    fields
    {
        field(1; Id; Guid)
        {
            Caption = 'Id';
        }
        field(2; "Attribute ID"; Integer)
        {
            Caption = 'Attribute ID';
        }
        field(3; "Value ID"; Integer)
        {
            Caption = 'Value ID';
        }
        field(4; "Language Code"; Code[10])
        {
            Caption = 'Language Code';
        }
        field(5; "Language Tag"; Text[80])
        {
            Caption = 'Language Tag';
        }
        field(6; Name; Text[250])
        {
            Caption = 'Name';
        }
        field(7; "Last Modified"; DateTime)
        {
            Caption = 'Last Modified';
        }
    }

    keys
    {
        key(PK; Id)
        {
            Clustered = true;
        }
    }
}
