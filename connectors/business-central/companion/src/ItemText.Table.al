namespace Kontor.Commerce;

table 50107 "KTR Item Text"
{
    Caption = 'Item Text';
    DataClassification = SystemMetadata;
    TableType = Temporary;
    Access = Internal;

    fields
    {
        field(1; Id; Guid)
        {
            Caption = 'Id';
        }
        field(2; "Item No."; Code[20])
        {
            Caption = 'Item No.';
        }
        field(3; Kind; Enum "KTR Item Text Kind")
        {
            Caption = 'Kind';
        }
        field(4; "Language Code"; Code[10])
        {
            Caption = 'Language Code';
        }
        field(5; "Language Tag"; Text[80])
        {
            Caption = 'Language Tag';
        }
        field(6; "Starting Date"; Date)
        {
            Caption = 'Starting Date';
        }
        field(7; "Ending Date"; Date)
        {
            Caption = 'Ending Date';
        }
        field(8; Content; Blob)
        {
            Caption = 'Content';
        }
        field(9; "Last Modified"; DateTime)
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

    procedure SetText(NewText: Text)
    var
        Target: OutStream;
    begin
        Clear(Content);
        Content.CreateOutStream(Target, TextEncoding::UTF8);
        Target.Write(NewText);
    end;

    procedure GetText(): Text
    var
        Source: InStream;
        Part: Text;
        Whole: TextBuilder;
    begin
        CalcFields(Content);
        Content.CreateInStream(Source, TextEncoding::UTF8);
        while not Source.EOS() do begin
            Source.Read(Part);
            Whole.Append(Part);
        end;
        exit(Whole.ToText());
    end;
}
